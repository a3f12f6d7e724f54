/** A range as Excel gives it in truth: several fonts have no name, though its type says text. */
interface Lettered {
  readonly format: { readonly font: { readonly name: string | null } };
}

/** The loaded font name of a range; null for several fonts. */
export function fontOf({ format }: Lettered): string | null {
  return format.font.name;
}
