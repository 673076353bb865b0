/// A check over several fields, by the name that type files use.
package enum CrossCheck: String, CaseIterable, Sendable {
    case birthMatchesID = "birth_matches_id", sexMatchesID = "sex_matches_id", idRegionKnown = "id_region_known"
    case termOfCard = "term_of_card", notExpired = "not_expired", datesInOrder = "dates_in_order"
    case usccHoldsOrgCode = "uscc_holds_org_code", usccRegionKnown = "uscc_region_known"
    case usccRegionFitsAddress = "uscc_region_fits_address", usccClassFitsType = "uscc_class_fits_type"
    case establishedBeforeIssue = "established_before_issue"
    case ownersFitCoOwnership = "owners_fit_co_ownership", unitRegionKnown = "unit_region_known", provinceFitsUnit = "province_fits_unit"
    case innerAreaWithinArea = "inner_area_within_area"
    case bankFitsBIN = "bank_fits_bin", cardLengthFitsBIN = "card_length_fits_bin"
    case mrzMatchesPrint = "mrz_matches_print"
    case leaseNotOver = "lease_not_over"
    case readingRises = "reading_rises", kwhIsDifference = "kwh_is_difference"
    case amountEqualsWords = "amount_equals_words"
    case permitRegionKnown = "permit_region_known"
    case certYearIsRegisterYear = "cert_year_is_register_year", birthsMatchIDs = "births_match_ids"
}
