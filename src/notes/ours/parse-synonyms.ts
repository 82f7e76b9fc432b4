import * as z from 'zod'
import type { SynonymGroup } from '../corpus.ts'
import type { Problem } from '../problem.ts'
import { parseYaml } from './parse-yaml.ts'
import { itemList, mapping, singleLine } from './schema.ts'

/** More stand in a list of something else, and every word of them would be searched for. */
const maxPhrases = 100
/** Letters: longer ones nobody types in a question. */
const maxLength = 100

const phrase = (advice: string) =>
  singleLine(advice).max(maxLength, { error: `shorten the phrase to ${maxLength} characters` })
const phrases = (advice: string, minPhrases: number) =>
  z
    .array(phrase(advice), { error: advice })
    .min(minPhrases, { error: advice })
    .max(maxPhrases, { error: `write ${maxPhrases} phrases at most; the others are not the same` })
const groupAdvice = 'write two phrases or more: `- [real time, realtime]`'
const abbreviationAdvice = 'write `nlp: natural language processing`, or a list: `ci: [one, two]`'

const synonymsSchema = mapping(
  {
    groups: itemList(phrases(groupAdvice, 2), 'write a list of groups: `- [real time, realtime]`'),
    abbreviations: z
      .record(
        z.string(),
        z.preprocess(
          (value) => (typeof value === 'string' ? [value] : value),
          phrases(abbreviationAdvice, 1),
        ),
        { error: abbreviationAdvice },
      )
      .default({}),
  },
  'write `groups:` and `abbreviations:`',
)

/** Turns the text of a synonyms.yml into groups. Any text is accepted and none throws; a bad file gives no groups. */
export function parseSynonyms(
  text: string,
  file: string,
): { readonly groups: readonly SynonymGroup[]; readonly problems: readonly Problem[] } {
  const yaml = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const { value, problems } = parseYaml(yaml, { schema: synonymsSchema, file, subject: 'the file' })
  if (!value) return { groups: [], problems }
  const abbreviations = Object.entries(value.abbreviations).map(([short, long]) => [short, ...long])
  return { groups: [...value.groups, ...abbreviations], problems }
}
