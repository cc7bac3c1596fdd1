import { parseSpan } from "../../edtf/edtf-date.js";
import { stringScalar } from "./string-scalar.js";

/** An imprecise date or interval, as the string that was written. */
export const EdtfDate = stringScalar<string, unknown>({
  name: "EdtfDate",
  description: `A date that can be imprecise, in the Extended Date/Time Format (EDTF, ISO 8601-2, level 1 plus sets and seasons). It is returned as it was recorded.

- \`2021-01-26\`: a day. \`2021-01\`: a month. \`2021\`: a year.
- \`2021-21\`: spring 2021. \`22\` is summer, \`23\` autumn, \`24\` winter, by the months of the northern hemisphere: winter 2021 is December 2021 to February 2022.
- \`199X\`, \`2004-XX\`, \`1999-12-XX\`: unknown digits.
- \`1967~\`: approximate. \`2004-06?\`: uncertain. \`2004-06%\`: both.
- \`[2021-21, 2021-22]\`: one of these. \`{2020, 2021}\`: all of these. \`[2020-09..2020-10]\`: one in this range.
- \`2017/2021\`: an interval, for fields that take a span of time. \`2017/..\`: not ended. \`2017/\`: ended at an unknown time.

Years 0001 to 9999, at most 250 characters, without a time of day.`,
  specifiedByURL: "https://www.loc.gov/standards/datetime/",
  parse(text) {
    parseSpan(text);
    return text;
  },
  serialize: (value) => value,
});
