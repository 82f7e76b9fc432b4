import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { readCorpus } from '../../src/notes/read-corpus.ts'

const corpus = await readCorpus(fileURLToPath(new URL('../../corpus', import.meta.url)))

test('the notes that come with the project have no problems', () => {
  expect(corpus.problems).toEqual([])
  expect(corpus.events.map(({ name }) => name)).toEqual(['EuroPython 2012'])
  expect(corpus.talks).toHaveLength(56)
})

test.each(corpus.talks)('$id is complete', ({ summary, takeaways, tags, links, followUps, sections }) => {
  expect(summary.text.length).toBeGreaterThan(20)
  expect(summary.text.length).toBeLessThanOrEqual(600)
  expect(takeaways.length).toBeGreaterThanOrEqual(1)
  expect(tags.length).toBeGreaterThanOrEqual(1)
  expect(sections.length).toBeGreaterThanOrEqual(1)
  for (const { url } of [...links, ...followUps]) if (url) expect(url).toMatch(/^https?:\/\//)
})
