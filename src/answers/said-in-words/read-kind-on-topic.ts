import { nounsOfKind } from '../listing/kind-nouns.ts'
import { placeOfMatch, type SaidInWords } from './said-in-words.ts'

/** A sign that keynotes on something are wanted. Lightning talks need none: the word for talks is one. */
export const signOfKindOnTopic = /(?<!\p{L})keynotes? (?:about|on|covering|über|zu) /iu

/** `lightning talks about boats`: the kind of talks that something is asked of. */
const kindOnTopic = /(?<!\p{L})(?<kind>lightning|keynote)(?: talk)?s?(?= (?:about|on|covering|über|zu) )/iu

/** Reads which kind of talks is wanted: the notes know the kind of each talk, and no talk need say it. */
export function readKindOnTopic(text: string): SaidInWords | undefined {
  const found = kindOnTopic.exec(text)
  if (!found) return undefined
  const [said] = found
  const kind = found.groups!.kind!.toLowerCase() as keyof typeof nounsOfKind
  const [called] = nounsOfKind[kind]
  return {
    clauses: [`kind:${kind}`],
    notice: {
      kind: 'read-kind',
      ...placeOfMatch(found),
      message: `“${said}” leaves out talks that are not ${called}s.`,
    },
    instead: 'talks',
    ifNone: `No ${called} fits.`,
    mayBeWords: true,
  }
}
