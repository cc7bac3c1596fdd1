/** What holds for the conditions of every filter, for its description. */
export const filterRule =
  'Conditions combine with "and", lists mean "any of". What is left out, null or `{}` is no condition, also inside `or` and `not`; an empty list and an unknown slug are errors.';
