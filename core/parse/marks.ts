/** Marks that stand for words. */
import { normalise } from '../text/compare.ts';

const longestDitto = 16;
/** Every cell of the table is asked, and few begin so. */
const opensDitto = /^[\s\-–—("“”„″〃'’‘´′nN]/;
const ditto = /^[\s\-–—(]*(?:["“”„″〃]|['’‘´′]{2}|n\/?t|như\s+(?:dòng\s+)?trên)[\s\-–—).]*$/iu;

/** «-nt-», «"», «như trên»: what stands above. */
export function isDitto(text: string): boolean {
  return text.length <= longestDitto && opensDitto.test(text) && ditto.test(normalise(text));
}

const longestTick = 5;

/** A cross or check mark: what the header above it says. */
export function isTick(text: string): boolean {
  return text.length <= longestTick && /^\s*[xv+√●■✓✔☑☒]\s*$/iu.test(text);
}
