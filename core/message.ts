/** The same sentence in both languages; Vietnamese is what users see first. A missing one does not compile. */
export interface Message {
  readonly vi: string;
  readonly en: string;
}
