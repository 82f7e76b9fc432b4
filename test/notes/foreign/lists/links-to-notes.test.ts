import { expect, test } from 'vitest'
import { readCorpus } from '../../../../src/notes/read-corpus.ts'
import { writeFolder } from '../../../helpers/temporary-folder.ts'

const talks = ['Tides that turn', 'Knots that hold', 'Masts in a storm']

test.each([
  ['a remark behind each', (title: string) => `- [[${title}]] - very good, bring to the team`],
  ['another name, and who spoke', (title: string) => `- [[${title}|${title}]] by Ada Example`],
  ['boxes to tick', (title: string) => `- [x] [[${title}]] (the best of the day)`],
])('notes that a list leads to are no talks of the list: %s', async (_, item) => {
  const folder = writeFolder({
    'OarConf 2025/OarConf 2025.md': `# OarConf 2025\n\nTalks I saw:\n\n${talks.map(item).join('\n')}\n`,
    ...Object.fromEntries(
      talks.map((title) => [`OarConf 2025/${title}.md`, `# ${title}\n\nOars are made of ash, and break.\n`]),
    ),
  })
  const titles = (await readCorpus(folder)).talks.map(({ title }) => title)
  expect(titles.filter((title) => title !== 'OarConf 2025').toSorted()).toEqual(talks.toSorted())
})
