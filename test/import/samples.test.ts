import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { check } from '../../src/cli/check.ts'
import { readCorpus } from '../../src/notes/read-corpus.ts'
import type { Talk } from '../../src/notes/talk.ts'
import { createImporting } from '../cli/importing.ts'
import { writeFolder } from '../helpers/temporary-folder.ts'
import { type Sample, type SampleTalk, samples } from './samples.ts'

const page = fileURLToPath(new URL('../../docs/importing.md', import.meta.url))
const table = /(?<=<!-- made by a test -->\n\n)[\s\S]*?(?=\n\n<!-- end -->)/

const byTitle = (one: { readonly title: string }, other: { readonly title: string }) =>
  one.title < other.title ? -1 : 1

/** What a sample names of a talk, and nothing else. */
const factsOf = (talks: readonly Talk[], wanted: readonly SampleTalk[]) =>
  talks.toSorted(byTitle).map((talk) => {
    const like = wanted.find(({ title }) => title === talk.title)
    return {
      title: talk.title,
      event: talk.event.name,
      ...((talk.speakers.length > 0 || like?.speakers) && {
        speakers: talk.speakers.map(({ name }) => name),
      }),
      ...(like?.date && { date: talk.date }),
      ...(like?.links && { links: talk.links.map(({ url }) => url) }),
      ...(like?.tags && { tags: talk.tags }),
    }
  })

const pathOf = (folder: string, { files }: Sample) => {
  const names = Object.keys(files)
  return names.length === 1 ? join(folder, names[0]!) : folder
}

test.each(samples.filter(({ by }) => by === 'serving').map((sample) => [sample.kind, sample] as const))(
  '%s is served as it is',
  async (_, { files, talks }) => {
    const { talks: served } = await readCorpus(writeFolder(files))
    expect(factsOf(served, talks)).toEqual(talks.toSorted(byTitle))
  },
)

test.each(samples.map((sample) => [sample.kind, sample] as const))(
  '%s is imported, and passes check',
  async (_, sample) => {
    const importing = createImporting()
    const folder = writeFolder(sample.files)
    const path = sample.by === 'serving' ? folder : pathOf(folder, sample)
    const { code, err } = await importing.run(path, '--yes')
    expect([code, err]).toEqual([0, ''])
    const { talks } = await readCorpus(importing.corpus)
    expect(factsOf(talks, sample.talks)).toEqual(sample.talks.toSorted(byTitle))
    expect(await check(importing.corpus, () => {})).toBe(0)
  },
)

test('the page about importing lists them all', async () => {
  const rows = samples.map(({ kind, by, files, talks }) => {
    const parts = ['title', 'speakers', 'event', 'date', 'links', 'tags'].filter((part) =>
      talks.some((talk) => part in talk),
    )
    const name = Object.keys(files)[0]!
    return `| ${kind} | \`${name.replace(/ [0-9a-f]{32}/g, ' …')}\` | ${by === 'serving' ? 'as it lies, or imported' : 'imported'} | ${parts.join(', ')} |`
  })
  const made = ['| what | such as | read | what is found |', '| --- | --- | --- | --- |', ...rows].join('\n')
  const text = await readFile(page, 'utf8')
  if (process.env.UPDATE_DOCS)
    await writeFile(
      page,
      text.replace(table, () => made),
    )
  else expect(table.exec(text)?.[0], 'run it with UPDATE_DOCS=1 to write the table anew').toBe(made)
})
