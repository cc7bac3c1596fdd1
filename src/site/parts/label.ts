/** "GENERAL_ASSEMBLY" as "General assembly". */
export function labelOf(constant: string): string {
  const words = constant.toLowerCase().replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
