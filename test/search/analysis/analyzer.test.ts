import fc from 'fast-check'
import { expect, test } from 'vitest'
import { analyze, splitWords } from '../../../src/search/analysis/analyzer.ts'
import { createLunrEngine } from '../../../src/search/lunr-engine.ts'
import { parseQuery } from '../../../src/search/query/parse-query.ts'
import { fold } from '../../../src/text/fold.ts'
import { gardenTalks } from '../../corpora/garden.ts'
import { makeTalk } from '../../helpers/make-talk.ts'

const anyText = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }))

test.each([
  ['C++ and C#, not c', ['c++', 'and', 'c#', 'not', 'c']],
  ['.NET', ['.net']],
  ['the -O flag', ['the', '-o', 'flag']],
  ['@NorthIsUp #juju', ['northisup', 'juju']],
  ["O'Reilly's don't", ['oreilly', 'dont']],
  ['e.g. the U.S.', ['eg', 'the', 'us']],
  ['https://www.kivy.org/#gallery', ['kivy.org', 'gallery']],
  ['version 2.7.', ['version', '2.7']],
  ['django-ztask', ['django', 'ztask']],
  ['end...Start', ['end', 'start']],
  ['___ -- ⸻ ـ', []],
  [
    'Snakes 🐍🎉 and ❤️, 👩🏽‍💻, 🇮🇹 but no ™ and ↔',
    ['snakes', '🐍', '🎉', 'and', '❤', '👩', '💻', '🇮🇹', 'but', 'no', 'and'],
  ],
  ['www.kivy.org and WWW.kivy.org, not www', ['kivy.org', 'and', 'kivy.org', 'not', 'www']],
  ['python --help, --no-cache-dir!', ['python', '--help', '--no-cache-dir']],
  ['word--another --- a -- b', ['word', 'another', 'a', 'b']],
  ['E-mail, x-ray, plug-ins, log‑in', ['email', 'xray', 'plugins', 'login']],
  ['real-time, state-of-the-art', ['real', 'time', 'state', 'of', 'the', 'art']],
  ['a-z, utf-8, as-is, no-one', ['a', 'z', 'utf', '8', 'as', 'is', 'no', 'one']],
  ['to-do, No-SQL, how-to', ['todo', 'nosql', 'howto']],
  ['start-ups, time-out, call-backs, take-off', ['startups', 'timeout', 'callbacks', 'takeoff']],
  ['an in-house job, pre- and post-', ['an', 'in', 'house', 'job', 'pre', 'and', 'post']],
  ['an IT-department', ['an', 'it', 'department']],
  ['中-美国', ['中', '美国']],
  ['JavaScript on GitHub', ['javascript', 'on', 'github']],
])('splits %s into words', (text, words) => {
  expect(splitWords(text).map((word) => word.text)).toEqual(words)
})

test.each([
  ['os.path.join', ['os', 'path', 'join']],
  ['using_bind', ['using', 'bind']],
  ['__get__', ['get']],
  ['2.7', []],
  ['python', []],
  ['l’apprentissage', ['apprentissage']],
  ["dell'Aquila", ['aquila']],
  ["D'Angelo", ['angelo']],
  ["O'Reilly's", ['reilly']],
  ["l'os.path", ['os.path', 'os', 'path']],
  ["don't", []],
  ["we'll", []],
  ["комп'ютер", []],
  ['.NET', []],
  ['launchpad.net', ['launchpad']],
  ['www.bbc.co.uk', ['bbc']],
  ['ASP.NET', ['asp']],
  ['.bashrc', ['bashrc']],
  ['--help', ['help']],
  ['--no-cache-dir', ['cache', 'dir']],
  ['-O', []],
  ['v1.2.3', ['1.2.3']],
  ['v2.0rc1', ['2.0rc1']],
  ['getUserMedia', ['get', 'user', 'media']],
  ['parseJSONString', ['parse', 'json', 'string']],
  ['iPhone', ['phone']],
  ['dLNs', []],
  ['BSkyB', []],
  ['iOS', []],
  ['eBPF', ['bpf']],
  ['JavaScript', []],
  ['NoBrokersAvailable', ['brokers', 'available']],
  ['kafka.errors.NoBrokersAvailable', ['kafka', 'errors', 'nobrokersavailable', 'brokers', 'available']],
  ['self.assertEqual', ['self', 'assertequal', 'assert', 'equal']],
  ['JavaScript', []],
  ['is_valid', ['valid']],
  ['e-mail', ['mail']],
  ['add-on', ['add']],
])('%s has the parts %j', (text, parts) => {
  expect(splitWords(text)[0]?.parts).toEqual(parts)
})

test('segments text that has no spaces', () => {
  expect(splitWords('日本の庭園は静かです').map((word) => word.text)).toContain('庭園')
})

test.each([
  ['用C++编写，C#和.NET', ['c++', 'c#', '.net']],
  ['日本語のos.path.joinです', ['os.path.join']],
  ['Python入門', ['python']],
  ['ก่อนnode.jsนั้น', ['node.js']],
  ['Django4.2对比3.2', ['django4.2', '3.2']],
])('finds the words among %s that stand there without spaces', (text, words) => {
  const found = splitWords(text).map((word) => word.text)
  expect(found.filter((word) => /[a-z0-9]/.test(word))).toEqual(words)
  expect(found.length).toBeGreaterThan(words.length)
})

test('a word between others without spaces has its parts and its place', () => {
  const text = '日本語のos.path.join'
  expect(splitWords(text).at(-1)).toEqual({
    text: 'os.path.join',
    start: 4,
    end: 16,
    parts: ['os', 'path', 'join'],
  })
})

test.each([
  ['the IT department of the US', ['it', 'depart', 'us']],
  ['it is in the OR mapper', ['or', 'mapper']],
  ['IT', ['it']],
  ['HOW TO DO IT', ['how', 'do']],
  ['I. A', ['i']],
])('in %s a stop word in capitals is a name', (text, terms) => {
  expect(analyze(text).map((token) => token.term)).toEqual(terms)
})

test('drops stop words and stems the rest', () => {
  expect(analyze('The tests are running').map((token) => token.term)).toEqual(['test', 'run'])
})

test('every word stands in the text where it says, in order, and folds to what it says', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      let last = 0
      for (const { start, end, text: word } of splitWords(text)) {
        expect(start).toBeGreaterThanOrEqual(last)
        expect(end).toBeGreaterThan(start)
        expect(end).toBeLessThanOrEqual(text.length)
        const original = fold(text.slice(start, end))
        const spellings = [original, ...[/['’]/g, /\./g, /[-‐‑]/g].map((sign) => original.replace(sign, ''))]
        expect(spellings).toContain(word)
        // The sign that marks the stems of languages.
        expect(word).not.toContain('~')
        last = end
      }
    }),
  )
})

test('offsets stay right after characters that grow or shrink when folded', () => {
  const text = 'ﬃ İ ß 𝒜 Zürich'
  const zurich = splitWords(text).at(-1)
  expect(text.slice(zurich?.start, zurich?.end)).toBe('Zürich')
})

const titles = {
  dotnet: 'Porting to .NET from C++',
  launchpad: 'Bugs on www.launchpad.net',
  flags: 'Running with --no-cache-dir',
  version: 'What v1.2.3 brings',
  media: 'Cameras by getUserMedia',
  mail: 'Answering e-mail late',
  department: "The IT department of O'Reilly",
  chinese: '用Django编写',
}
const talks = Object.entries(titles).map(([id, title]) => makeTalk(id, { title }))
const engine = createLunrEngine({ talks: [...talks, ...gardenTalks], version: 'compounds' })
const found = async (question: string) =>
  (await engine.search(parseQuery(question))).results.map(({ talk }) => talk.id.replace(/^.*\//, ''))

test.each([
  ['.NET', ['dotnet']],
  ['launchpad.net', ['launchpad']],
  ['launchpad', ['launchpad']],
  ['net', []],
  ['what does --no-cache-dir do?', ['flags']],
  ['cache', ['flags']],
  ['1.2.3', ['version']],
  ['v1.2.3', ['version']],
  ['user media', ['media']],
  ['getusermedia', ['media']],
  ['email', ['mail']],
  ['e-mails', ['mail']],
  ['e mail', ['mail']],
  ['mail', ['mail']],
  ['what about IT?', ['department']],
  ['who is it?', []],
  ['Reilly', ['department']],
  ['django', ['chinese']],
])('%s finds %j', async (question, expected) => {
  expect(await found(question)).toEqual(expected)
})

test('a dotted name that no talk has as a whole is searched for by the parts that talks have', async () => {
  const kafka = makeTalk('kafka', { title: 'Running Kafka', tags: ['brokers'] })
  const engine = createLunrEngine({ talks: [kafka, ...gardenTalks], version: 'kafka' })
  const { results } = await engine.search(parseQuery('kafka.errors.NoBrokersAvailable'))
  expect(results[0]?.talk).toBe(kafka)
  expect(results[0]?.coverage()).toBeLessThan(0.5)
})

test('a word about asking is searched for too, but decides nothing', async () => {
  const spoken = makeTalk('spoken', { title: 'Spoken dialects' })
  const other = makeTalk('other', { title: 'Dead dialects' })
  const engine = createLunrEngine({ talks: [other, spoken, ...gardenTalks], version: 'spoken' })
  const { results } = await engine.search(parseQuery('which dialects are spoken?'))
  expect(results.slice(0, 2).map(({ talk }) => talk)).toEqual([spoken, other])
  expect(results[1]?.coverage()).toBe(results[0]?.coverage())
})
