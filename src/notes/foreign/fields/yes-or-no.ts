/** Whether a field says yes, as people and programs write it; undefined if it says neither. */
export function yesOrNo(value: unknown): boolean | undefined {
  if (typeof value === 'object') return undefined
  const said = String(value).trim()
  if (/^(?:true|yes|on)$/i.test(said)) return true
  return /^(?:false|no|off)$/i.test(said) ? false : undefined
}
