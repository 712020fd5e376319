// What a pattern cannot say about an EDTF text: whether its days exist and its interval runs forward.
// Expects a text that matches the pattern of the schema.

// Returns what is wrong, or nothing.
export function calendar_problem(edtf) {
  for (const [date, year, month, day] of edtf.matchAll(/(-?\d{4})-(\d\d)-(\d\d)/g)) {
    const last = new Date(Date.UTC(2000 + (Number(year) % 400), Number(month), 0)).getUTCDate();
    if (Number(day) > last) return `${date} does not exist: that month has ${last} days`;
  }
  const [start, end] = edtf.split("/").map((part) => part.replace(/[?~%]$/, ""));
  const comparable = /^\d{4}(-\d\d){0,2}$/;
  if (!comparable.test(start) || !comparable.test(end ?? "")) return undefined;
  const common = Math.min(start.length, end.length);
  if (start.slice(0, common) > end.slice(0, common)) return `${edtf} ends before it starts`;
  return undefined;
}
