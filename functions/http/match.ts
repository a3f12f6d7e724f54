/** Whether an address is that of a route, whatever the method. */
export function matches(template: string, path: string): boolean {
  const wanted = template.split('/');
  const given = path.split('/');
  return (
    wanted.length === given.length &&
    wanted.every((part, index) => part.startsWith('{') || part === given[index]?.toLowerCase())
  );
}
