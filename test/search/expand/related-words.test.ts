import { describe, expect, test } from 'vitest'
import { isFindable, splitWords } from '../../../src/search/analysis/analyzer.ts'
import { irregularVerbList } from '../../../src/search/expand/irregular-verb-list.ts'
import { relatedWordList } from '../../../src/search/expand/related-word-list.ts'
import { fold } from '../../../src/text/fold.ts'
import { answersOf, answersOver } from '../../helpers/answers-of.ts'
import { makeCorpus, makeTalk } from '../../helpers/make-talk.ts'

const note = (id: string, title: string, text: string) =>
  makeTalk(id, { title, summary: { form: 'paragraph', text, line: 2, depth: 0 } })
const talks = [
  note('recruiting', 'Growing a team', 'Recruiting takes three months on average.'),
  note('mocks', 'Mocks', 'We mock the payment provider in all of our checks.'),
  note('bees', 'Bees', 'Bees visit clover in June.'),
  note('kites', 'Kites', 'A kite needs wind, and a long line.'),
]
const answers = answersOver(...talks)
const firstOf = async (question: string, options = {}) => {
  const { kind, results } = await answers.answerQuestion(question, options)
  return { kind, first: results[0]?.talk.id }
}

describe('a word that the notes lack', () => {
  test.each([
    ['anything on hiring?', 'odd/recruiting'],
    ['should we fake the payment provider?', 'odd/mocks'],
  ])('stands for those that are near in meaning: %s', async (question, id) => {
    expect(await firstOf(question)).toEqual({ kind: 'found', first: id })
  })

  test('stands for itself if nothing but what was typed is asked for', async () => {
    expect(await firstOf('hiring', { spelling: false })).toEqual({ kind: 'none' })
    expect((await firstOf('"hiring"')).kind).not.toBe('found')
  })
})

describe('a verb whose past no rule tells', () => {
  const left = note('queue', 'Why we left Kafka', 'It broke twice, and nobody had taught us to mend it.')
  const leaving = note('ferry', 'Ferries', 'They leave at nine, break the ice and teach patience.')
  const first = async (talk: typeof left, question: string) => {
    const notes = makeCorpus(...talks, talk)
    const { kind, results } = await answersOf(notes).answerQuestion(question)
    return { kind, first: results[0]?.talk.id }
  }

  test.each(['leave kafka', 'break', 'teach'])('is found by it: %s', async (question) => {
    expect(await first(left, question)).toEqual({ kind: 'found', first: 'odd/queue' })
  })

  test.each(['who left at nine?', 'the ice that broke', 'taught patience'])(
    'finds it by its past: %s',
    async (question) => {
      expect((await first(leaving, question)).first).toBe('odd/ferry')
    },
  )
})

test('no form of a verb stands for two', () => {
  const forms = irregularVerbList.flat()
  expect(forms.filter((form, at) => forms.indexOf(form) !== at)).toEqual([])
})

describe('a word that the notes have', () => {
  const asked = answersOver(...talks, note('hire', 'Boats', 'You can hire a boat on the lake.'))

  test('stands for itself alone if that answers', async () => {
    const { kind, results } = await asked.answerQuestion('hire a boat')
    expect({ kind, ids: results.map(({ talk }) => talk.id) }).toEqual({ kind: 'found', ids: ['odd/hire'] })
  })

  test('stands for those near in meaning too if nothing answers it', async () => {
    const { results } = await asked.answerQuestion('how long until we could hire somebody good in Leipzig?')
    expect(results.map(({ talk }) => talk.id)).toContain('odd/recruiting')
  })

  test('is not said to be missing because of what is near in meaning, and not taken for said', async () => {
    const answer = await asked.answerQuestion('who pays for the hiring of the kites?')
    expect(answer.kind).not.toBe('found')
  })
})

test.each([...relatedWordList, ...irregularVerbList].map((group) => [group.join(', '), group] as const))(
  'a group is of different words, each as it is searched for: %s',
  (_, group) => {
    expect(new Set(group).size).toBe(group.length)
    expect(group.length).toBeGreaterThan(1)
    for (const phrase of group) {
      expect(fold(phrase)).toBe(phrase)
      expect(splitWords(phrase).filter((word) => isFindable(word, phrase))).not.toEqual([])
    }
  },
)
