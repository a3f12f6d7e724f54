export function MergeTab(): null {
  return null;
}
