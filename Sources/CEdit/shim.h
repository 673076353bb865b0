/* libedit's variadic entries are invisible to Swift: one plain function for each use. */
#include <stdio.h>
#include <histedit.h>
static inline int cedit_prompt(EditLine *el, char *(*prompt)(EditLine *)) { return el_set(el, EL_PROMPT, prompt); }
static inline int cedit_editor(EditLine *el, const char *mode) { return el_set(el, EL_EDITOR, mode); }
static inline int cedit_signals(EditLine *el, int on) { return el_set(el, EL_SIGNAL, on); }
static inline int cedit_history(EditLine *el, History *h) { return el_set(el, EL_HIST, history, h); }
static inline int cedit_history_size(History *h, int n) { HistEvent ev; return history(h, &ev, H_SETSIZE, n); }
static inline int cedit_history_unique(History *h) { HistEvent ev; return history(h, &ev, H_SETUNIQUE, 1); }
static inline int cedit_history_enter(History *h, const char *line) { HistEvent ev; return history(h, &ev, H_ENTER, line); }
static inline EditLine *cedit_open(const char *name) { return el_init(name, stdin, stdout, stderr); }
