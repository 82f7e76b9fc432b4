/** The time of day that figures name, as `HH:MM`, with the half of the day if that is said; undefined if there is no such time. */
export function clockTime(hour: number, minute: number, half?: string): string | undefined {
  if (minute > 59 || hour > 23 || (half !== undefined && (hour < 1 || hour > 12))) return undefined
  const counted = half === undefined ? hour : (hour % 12) + (/^p/i.test(half) ? 12 : 0)
  return `${String(counted).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}
