/** The Excel serial number of an ISO day after February 1900: the counterpart of `serialToIso`. */
export function isoToSerial(iso: string, date1904: boolean): number {
  return (Date.parse(iso) - Date.UTC(1899, 11, 30)) / 86_400_000 - (date1904 ? 1462 : 0);
}
