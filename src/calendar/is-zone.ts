/** Whether a zone is called so, as `Intl` knows it: `Europe/Berlin`; offsets too, for what schedules give. */
export function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
