import { fileURLToPath } from 'node:url'
import { createAnswers, withClock } from '../src/answers/answers.ts'
import { readCorpus } from '../src/notes/read-corpus.ts'
import { createLunrEngine } from '../src/search/lunr-engine.ts'
import { replyTo } from '../src/slack/listeners/reply.ts'
import { readCommandLine } from './command-line.ts'
import { countCalls } from './count-calls.ts'

const sources = new URL('../src/', import.meta.url).href

/** The files below `src` of which some function runs while something is done, as V8 counts it: paths in it, sorted. */
async function filesMet(act: () => Promise<unknown>): Promise<readonly string[]> {
  const scripts = await countCalls(act)
  return scripts
    .filter(({ functions }) => functions.some(({ ranges }) => ranges[0]!.count > 0))
    .flatMap(({ url }) => (url.startsWith(sources) ? url.slice(sources.length) : []))
    .sort()
}

const { words } = readCommandLine({
  name: 'walk',
  does: 'Prints the files that a question runs, from what was asked to the message.',
  words: '"a question"',
})
const question = words.join(' ') || 'How do I handle database migrations in Flask?'
const corpus = await readCorpus(fileURLToPath(new URL('../corpus', import.meta.url)))
// By a clock, as Slack and the terminal ask.
const now = () => ({ at: Date.now(), zone: 'UTC' })
const answers = withClock(createAnswers(corpus, createLunrEngine(corpus)), now)
const met = await filesMet(() => replyTo({ kind: 'question', text: question }, answers, { shareable: true }))
console.log(met.join('\n'))
