import * as z from 'zod'
import type { SynonymGroup } from './corpus.ts'
import { parseYaml } from './parse-yaml.ts'
import type { Problem } from './problem.ts'
import { itemList, mapping, singleLine } from './schema.ts'

/** The file of the corpus folder that holds the team's synonyms. */
export const synonymsFile = 'synonyms.yml'

const phrase = (advice: string) => singleLine(advice)
const groupAdvice = 'write two phrases or more: `- [real time, realtime]`'
const abbreviationAdvice = 'write `nlp: natural language processing`, or a list: `ci: [one, two]`'

const synonymsSchema = mapping(
  {
    groups: itemList(
      z
        .array(phrase('write the phrase as text, in quotes where it is a number'), { error: groupAdvice })
        .min(2, {
          error: groupAdvice,
        }),
      'write a list of groups: `- [real time, realtime]`',
    ),
    abbreviations: z
      .record(
        z.string(),
        z.preprocess(
          (value) => (typeof value === 'string' ? [value] : value),
          z
            .array(phrase(abbreviationAdvice), { error: abbreviationAdvice })
            .min(1, { error: abbreviationAdvice }),
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
