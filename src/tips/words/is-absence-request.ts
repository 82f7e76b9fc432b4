import { isPauseWithoutEnd, isResumption } from './is-stop-request.ts'
import { parseTipsCommand } from './parse-tips-command.ts'

/** Words that begin nothing but such a wish, if all that follows can be understood. */
const leading = /^(?:pause|snooze|unpause|resume|skip|off|days off|no (?:more )?(?:daily )?tips?)\b/i

/**
 * Whether somebody wants a pause, its end or days off, although they do not begin with `tips`.
 *
 * isAbsenceRequest('pause the tips until 5 January') // => true
 * isAbsenceRequest('skip lists') // => false
 */
export function isAbsenceRequest(text: string): boolean {
  if (!leading.test(text) && !/\btips?\b/i.test(text)) return false
  if (isPauseWithoutEnd(text) || isResumption(text)) return true
  const command = parseTipsCommand(text)
  return (
    command.kind === 'days-off' ||
    (command.kind === 'change' && (command.pause !== undefined || command.daysOff !== undefined))
  )
}
