import { placeOfMatch, type SaidInWords } from './said-in-words.ts'

/** A sign that keynotes on something are wanted. Lightning talks are signed by what talks are called. */
export const signOfKindOnTopic = /(?<!\p{L})keynotes? (?:about|on|covering|über|zu) /iu

/** `lightning talks about boats`: the kind of talks that something is asked of. */
const kindOnTopic = /(?<!\p{L})(?<kind>lightning|keynote)(?: talk)?s?(?= (?:about|on|covering|über|zu) )/iu

/** Reads of which kind talks are to be, which the notes know of each talk and none need say of itself. */
export function readKindOnTopic(text: string): SaidInWords | undefined {
  const found = kindOnTopic.exec(text)
  if (!found) return undefined
  const [said] = found
  const kind = found.groups!.kind!.toLowerCase()
  const called = kind === 'lightning' ? 'lightning talk' : 'keynote'
  return {
    clauses: [`kind:${kind}`],
    notice: {
      kind: 'read-kind',
      ...placeOfMatch(found),
      message: `“${said}” leaves out talks that are no ${called}s.`,
    },
    instead: 'talks',
    ifNone: `No ${called} fits.`,
    mayBeWords: true,
  }
}
