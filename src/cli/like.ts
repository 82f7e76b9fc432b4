import type { Writable } from 'node:stream'
import type { Answers } from '../answers/answers.ts'
import { describeShared } from '../answers/describe-shared.ts'
import type { Talk } from '../notes/talk.ts'
import type { SimilarTalk } from '../search/search-engine.ts'
import { fold } from '../text/fold.ts'
import { nearestName } from '../text/nearest-names.ts'
import type { LikeRequest } from './ask-options.ts'
import { resultAsJson } from './format/answer-as-json.ts'
import { formatTalk } from './format/format-talk.ts'
import { writeJsonLine, writeOutput } from './write-output.ts'

const keyTermsShown = 8

interface LikeOutput {
  readonly stdout: Writable
  readonly stderr: Writable
  readonly isBold: boolean
}

/** `hallway ask --like`: talks that resemble one, with what they share. Resolves to the exit code. */
export async function like(request: LikeRequest, answers: Answers, output: LikeOutput): Promise<number> {
  const { stdout, stderr, isBold } = output
  const named = talksNamed(request.talk, answers)
  const [talk] = named
  if (talk === undefined || named.length > 1) {
    const problem = talk ? severalTalks(request.talk, named) : await noTalk(request.talk, answers)
    stderr.write(`hallway: ${problem}\n`)
    return 1
  }
  const { limit, page } = request
  const started = performance.now()
  const keyTerms = await answers.keyTerms(talk.id, keyTermsShown)
  // One more than a page tells whether there is a next one.
  const found = await answers.similarTalks(talk.id, { limit: limit + 1, offset: (page - 1) * limit })
  const related = found.slice(0, limit)
  if (request.json) {
    const results = related.map(({ shared, isNear, ...result }) => ({
      ...resultAsJson(result),
      shared,
      isNear,
    }))
    const tookMs = Math.round((performance.now() - started) * 100) / 100
    const { version: corpusVersion } = answers.corpus
    const like = { id: talk.id, title: talk.title }
    await writeJsonLine(stdout, { like, keyTerms, results, page, corpusVersion, tookMs })
    return 0
  }
  const blocks = [
    [
      `Like ${talk.title} (${talk.id})`,
      ...(keyTerms.length > 0 ? [`Key terms: ${keyTerms.join(', ')}`] : []),
    ].join('\n'),
    ...formatRelated(related, (page - 1) * limit, isBold),
    ...(found.length > limit ? [`More talks are like it (--page ${page + 1}).`] : []),
  ]
  return (await writeOutput(stdout, `${blocks.join('\n\n')}\n`)) ? 0 : 1
}

function formatRelated(related: readonly SimilarTalk[], offset: number, isBold: boolean): string[] {
  if (related.length === 0)
    return [offset > 0 ? 'No further notes resemble it.' : 'No other notes resemble it.']
  return related.map((result, index) =>
    formatTalk(result, { place: offset + index + 1, isBold, reason: describeShared(result) }),
  )
}

/** The talk of the id, or else those of the title, in any case. */
function talksNamed(name: string, answers: Answers): readonly Talk[] {
  const talk = answers.findTalk(name)
  if (talk) return [talk]
  const wanted = fold(name.trim())
  return answers.corpus.talks.filter(({ title }) => fold(title) === wanted)
}

function severalTalks(name: string, talks: readonly Talk[]): string {
  const ids = talks.slice(0, 2).map(({ id }) => id)
  return `${talks.length} talks have the title “${name}”: name one by its id, such as ${ids.join(' or ')}.`
}

async function noTalk(name: string, answers: Answers): Promise<string> {
  const { talks } = answers.corpus
  const near = [
    talks.find(({ id }) => id.endsWith(`/${name}`)),
    findBy(({ id }) => id),
    findBy(({ title }) => title),
    ...(await answers.answerQuestion(name)).results.map(({ talk }) => talk),
  ].filter((talk) => talk !== undefined)
  const offers = [...new Set(near)].slice(0, 3).map(({ id, title }) => `${id} (“${title}”)`)
  const advice = offers.length === 0 ? '' : ` The nearest: ${offers.join(', ')}.`
  return `no talk has the id or title “${name}”.${advice}`

  function findBy(nameOf: (talk: Talk) => string): Talk | undefined {
    const meant = nearestName(name, talks.map(nameOf))
    return meant === undefined ? undefined : talks.find((talk) => nameOf(talk) === meant)
  }
}
