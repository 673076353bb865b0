"""Reads every n-th scan of a folder with RapidOCR on one thread: a JSON line each with its lines and seconds; last the peak memory."""
import sys, os, glob, json, time, resource
import cv2
cv2.setNumThreads(1)
from rapidocr_onnxruntime import RapidOCR
engine = RapidOCR(intra_op_num_threads=1, inter_op_num_threads=1)
files = sorted(glob.glob(sys.argv[1] + "/*.jpg"))[:: int(sys.argv[2])]
out = sys.stdout
first = cv2.imread(files[0]); engine(first)
total = 0
for f in files:
    img = cv2.imread(f)
    t = time.perf_counter(); c = time.process_time()
    res, parts = engine(img)
    s = time.perf_counter() - t; c = time.process_time() - c
    total += c
    out.write(json.dumps({"image": os.path.basename(f), "seconds": s, "cpu": c, "parts": parts,
        "lines": [[ [float(v) for p in q for v in p], t_, float(k)] for q, t_, k in (res or [])]}, ensure_ascii=False) + "\n"); out.flush()
print(json.dumps({"peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, "cpu": total}))
