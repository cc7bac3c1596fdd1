/** What holds for the conditions of every filter, for its description. */
export const filterRule =
  "All conditions must hold; a list matches any of its values. A condition that is omitted, null or `{}` has no effect, also inside `or` and `not`. An empty list or an unknown slug is an error.";
