/** Who makes a draft, and which draft it is, where he made it before and changes it now. */
export interface Drafting {
  readonly author: string;
  /** A uuid. */
  readonly draftId?: string;
}
