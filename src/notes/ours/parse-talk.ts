import { isWebAddress } from '../../text/web-address.ts'
import { isTurnedRound } from '../foreign/fields/misread-fields.ts'
import { followUpsOfSections } from '../foreign/talks/follow-up-section.ts'
import { languageOfPassages } from '../foreign/words/language-of-text.ts'
import { costlyMarkup } from '../markup-cost.ts'
import type { Problem } from '../problem.ts'
import { noSummary } from '../section.ts'
import type { Event, FollowUp, Link, Talk } from '../talk.ts'
import { type Body, parseBody } from './parse-body.ts'
import { type ParsedYaml, type Position, parseYaml } from './parse-yaml.ts'
import { splitFrontMatter } from './split-front-matter.ts'
import { type FrontMatter, talkSchema, withWebAddresses } from './talk-schema.ts'

/** What an answer in Slack has room for: the longest summary that is not warned of, in characters (UTF-16 units). */
export const maxSummaryLength = 600
/** More than this, and takeaways are no longer what one takes away. */
const maxTakeaways = 8

export interface ParsedTalk {
  /** Absent if any of the problems is an error. */
  readonly talk?: Talk
  readonly problems: readonly Problem[]
}

/**
 * Turns the text of a note into a talk, or says everything that is wrong with it at once. Any text whatever is
 * accepted and none throws.
 */
export function parseTalk(
  text: string,
  { id, file, event }: { readonly id: string; readonly file: string; readonly event: Event },
): ParsedTalk {
  const fail = (message: string, advice: string): ParsedTalk => ({
    problems: [{ severity: 'error', file, line: 1, column: 1, message, advice }],
  })
  const note = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  if (note.trim() === '') return fail('the file is empty', 'write the note, or delete the file')
  const parts = splitFrontMatter(note)
  if (parts.kind === 'without front matter') {
    return fail('no front matter', 'begin the file with the lines `---`, `title: …` and `---`')
  }
  if (parts.kind === 'unclosed')
    return fail('the front matter has no end', 'put a line `---` below its last key')

  const costly = costlyMarkup(parts.body)
  if (costly) return { problems: [{ severity: 'error', file, column: 1, ...costly }] }

  const yaml = parseYaml(parts.frontMatter, { schema: talkSchema, file, subject: 'the front matter' })
  const body = parseBody(parts.body)
  const warnings = [
    ...(yaml.value ? frontMatterWarnings(yaml.value, yaml) : []),
    ...bodyWarnings(body, parts.closingLine),
  ].map(({ at, ...warning }): Problem => ({ severity: 'warning', file, ...at, ...warning }))
  const problems = [...yaml.problems, ...warnings]
  if (!yaml.value) return { problems }

  const { links, followUps, language, ...rest } = yaml.value
  const kept = withWebAddresses({ links, followUps })
  const { summary = noSummary(parts.closingLine), takeaways, sections } = body
  const passages = [summary, ...takeaways, ...sections.flatMap((section) => section.passages)]
  return {
    talk: {
      id,
      event,
      file,
      ...rest,
      links: kept.links,
      followUps: [...kept.followUps, ...followUpsOfSections(sections)],
      language: language ?? languageOfPassages(passages) ?? 'en',
      ...{ summary, takeaways, sections },
    },
    problems,
  }
}

interface Warning extends Pick<Problem, 'isStyle'> {
  readonly at: Position
  readonly message: string
  readonly advice: string
}

function frontMatterWarnings(
  { tags, links, followUps, starts, ends }: FrontMatter,
  { positionOf }: Pick<ParsedYaml<FrontMatter>, 'positionOf'>,
): Warning[] {
  const warnings: Warning[] = []
  if (tags.length === 0) {
    warnings.push({
      at: positionOf(['tags']),
      isStyle: true,
      message: 'no tags',
      advice: 'add the words that people would search for: `tags: [one, two]`',
    })
  }
  if (starts !== undefined && ends !== undefined && isTurnedRound(starts, ends))
    warnings.push({
      at: positionOf(['ends']),
      message: `\`ends\` "${ends}" lies before \`starts\` "${starts}", as if it went on for more than half a day`,
      advice: 'mend one of the two',
    })
  const check = (key: 'links' | 'followUps', items: readonly Partial<Link | FollowUp>[]) =>
    items.forEach(({ url }, index) => {
      if (url === undefined || isWebAddress(url)) return
      warnings.push({
        at: positionOf([key, index, 'url']),
        message: `the address ${JSON.stringify(url)} is left out, for it is not an http or https address`,
        advice: 'give the whole address, beginning with https://, or move it into the text',
      })
    })
  check('links', links)
  check('followUps', followUps)
  return warnings
}

function bodyWarnings({ summary, takeaways, takeawaysLine }: Body, closingLine: number): Warning[] {
  const warnings: Warning[] = []
  const warn = (line: number, message: string, advice: string) =>
    warnings.push({ at: { line, column: 1 }, isStyle: true, message, advice })
  if (!summary) warn(closingLine, 'no summary', 'begin the text with a paragraph of two to four sentences')
  else if (summary.text.length > maxSummaryLength) {
    const length = `${summary.text.length} characters, more than ${maxSummaryLength}`
    warn(summary.line, `the summary has ${length}`, 'shorten it, or begin a new paragraph')
  }
  const count = takeaways.filter(({ form, depth }) => form !== 'code' && depth === 0).length
  if (count === 0) {
    const advice = 'add a heading `## Takeaways` with one to eight sentences as bullets'
    warn(takeawaysLine ?? closingLine, 'no takeaways', advice)
  } else if (count > maxTakeaways) {
    const message = `${count} takeaways, more than ${maxTakeaways}`
    warn(takeawaysLine ?? closingLine, message, 'keep the best and move the others to a section of their own')
  }
  return warnings
}
