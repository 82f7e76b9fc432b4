import type { Speaker } from '../../talk.ts'
import { withoutDay } from '../dates/written-dates.ts'
import { hasNameShape, type IsName } from './person-names.ts'
import { plainLine, speakersIn } from './speaker-line.ts'
import { dayBefore } from './speaker-signs.ts'

/** The speakers that a heading below a title names, with whatever else of them: `Ada Example - Tea Ltd`. */
export function speakersOfHeading(typed: string, isName: IsName): readonly Speaker[] {
  const heading = dayBefore(typed) === undefined ? typed : withoutDay(typed)
  const found = speakersIn(heading, isName)
  if (
    found.some(
      ({ name }) =>
        heading.trimStart().startsWith(name) ||
        /^(?:(?:(?:\w+ )?by|speakers?|presenters?|par|von|with)\b|w\/)/i.test(heading),
    )
  )
    return found
  // A heading that quotes somebody's post.
  const isQuotation =
    heading.includes('/status/') || (heading.includes('@') && heading.trimEnd().endsWith(':'))
  if (found.length === 0 && isQuotation) return []
  // Whoever stands before a firm is somebody, whatever the name.
  const [, name = ''] = /^([^,|@(–—-]+?)\s*(?:,|\||@|\(|\s[-–—]+\s)\s*\S/u.exec(plainLine(heading)) ?? []
  const several = name.split(/\s+(?:and|&)\s+/)
  return several.every(hasNameShape) ? several.map((one) => ({ name: one })) : []
}
