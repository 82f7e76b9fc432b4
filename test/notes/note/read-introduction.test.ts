import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readCorpus } from '../../../src/notes/read-corpus.ts'
import { writeFolder } from '../../helpers/temporary-folder.ts'

const words = 'The moon pulls at the water, and the shore decides how far it comes.'

/** The titles of what is served of a `README.md` with another note beside it. */
async function servedOf(folder: string, text: string) {
  const { talks } = await readCorpus(
    writeFolder({
      [`${folder}/README.md`]: text,
      [`${folder}/1-springs.md`]: '# Springs\n\nSprings are tides at a full moon.\n',
      'harbour/other.md': '# Other\n\nAnother talk.\n',
    }),
  )
  return talks.filter(({ file }) => file.endsWith(`${folder}/README.md`)).map(({ title }) => title)
}

test.each<[what: string, folder: string, text: string, titles: readonly string[]]>([
  [
    'the talk that its folder is called by',
    'harbour/2024-301-how-tides-turn',
    `# 2024 301 How tides turn\n\n${words}\n`,
    ['2024 301 How tides turn'],
  ],
  [
    'the same by who spoke',
    'harbour/how-tides-turn',
    '# How tides turn\n\nBy Ada Steam\n\n[Springs](1-springs.md)\n',
    ['How tides turn'],
  ],
  [
    'several talks, by who spoke',
    'harbour/2024-06-09',
    '# 2024-06-09\n\n## Tides\n**Ada Steam**\n\n## Knots\n**Bo Boil**\n',
    ['Knots', 'Tides'],
  ],
  [
    'several talks, with one of which nobody caught who spoke, below contents that lead to them',
    'harbour/2024-06-09',
    `# OarConf\n\n- [Tides](README.md#tides)\n- [Knots](README.md#knots)\n\n## Tides\n(Ada Steam, Oars)\n\n${words}\n\n## Knots\n(Bo Boil, Oars)\n\n${words}\n\n## Moons over the sea\n\n${words} ${words}\n`,
    ['Knots', 'Moons over the sea', 'Tides'],
  ],
  [
    'several talks, by a line that says who spoke',
    'harbour/2024/June',
    '---\ntitle: June harbour meetup 2024\n---\n\n## Tides\n- **Speaker**: Ada\n\n## Knots\n- **Speaker**: Bo\n',
    ['Knots', 'Tides'],
  ],
  [
    'only links to its parts',
    'harbour/how-tides-turn',
    '# How tides turn\n\n- [Springs](1-springs.md)\n- [Neaps](2-neaps.md)\n',
    [],
  ],
  [
    'talks whose notes lie beside it, where they are published',
    'oarconf-2024',
    '# OarConf 2024\n\n- [Tides][tides] - Ada Steam\n- [Knots][knots] - Bo Boil\n- [Sails][sails] - Ada Steam\n\n' +
      ['tides', 'knots', 'sails']
        .map((name) => `[${name}]: https://github.com/oars/notes/blob/main/oarconf-2024/${name}.md`)
        .join('\n'),
    [],
  ],
  [
    'talks whose notes lie in folders beside it, where they are published',
    'oarconf-2024',
    '# OarConf 2024\n\n' +
      ['[R0]Tides', 'Knots_(that_hold)', '帆']
        .map(
          (name) =>
            `### [${name.replace(/[^\p{L}]+/gu, ' ')} - Ada Steam](https://github.com/oars/notes/tree/main/oarconf-2024/${name})\n`,
        )
        .join('\n'),
    [],
  ],
  [
    'talks whose code lies beside it',
    'oarconf-2024',
    '# Talks at OarConf 2024\n\n' +
      ['Tides', 'Knots']
        .map(
          (name) =>
            `- ${name} - Ada Steam ([code](https://github.com/oars/notes/tree/main/oarconf-2024/${name}))\n`,
        )
        .join(''),
    ['Knots', 'Tides'],
  ],
  [
    'talks of which it says who spoke and where their notes are',
    'oarconf-2024',
    '# OarConf 2024\n\n' +
      ['Tides', 'Knots', 'Sails']
        .map((name) => `## "${name}" by Ada Steam\n\n* Slides (to come)\n* [Notes](./${name}.md)\n`)
        .join('\n'),
    [],
  ],
  [
    'talks whose notes lie elsewhere',
    'oarconf-2024',
    '# Talks at OarConf 2024\n\n- [Tides][tides] - Ada Steam\n- [Knots][knots] - Bo Boil\n\n' +
      ['tides', 'knots']
        .map((name) => `[${name}]: https://github.com/oars/notes/blob/main/others/${name}.md`)
        .join('\n'),
    ['Knots', 'Tides'],
  ],
  ['an event', 'oarconf-2024', `# OarConf 2024\n\n${words}\n`, []],
  ['a topic', 'harbour/tides', `# Harbour topics\n\n${words}\n`, []],
])('beside notes, a page holds %s', async (_, folder, text, titles) => {
  expect(await servedOf(folder, text)).toEqual(titles)
})

test('what introduces an event whose talks have a folder each, below its days, lists them', async () => {
  const where = 'https://github.com/oars/notes/tree/main/oarconf-2024'
  const list = ['Tides', 'Knots'].map(
    (title, at) => `## [${title} - Ada Steam](${where}/Day${at + 1}/${title})\n`,
  )
  const { talks } = await readCorpus(
    writeFolder({
      'oarconf-2024/README.md': `# OarConf 2024\n\n${list.join('\n')}`,
      'oarconf-2024/Day1/Tides/README.md': `# Tides\n\n${words}\n`,
      'oarconf-2024/Day2/Knots/README.md': `# Knots\n\n${words}\n`,
    }),
  )
  expect(talks.map(({ title }) => title).sort()).toEqual(['Knots', 'Tides'])
})

test.each(['CNAME', '_sidebar.md'])(
  'a folder with %s is a site, with pages that are no talks',
  async (sign) => {
    const files = {
      'docs/resources.md': '## Books\n\nRead these.\n',
      'docs/tides.md': `# Tides\n\n${words}\n`,
    }
    const titlesOf = async (written: Readonly<Record<string, string>>) =>
      (await readCorpus(writeFolder(written))).talks.map(({ title }) => title).sort()
    expect(await titlesOf({ ...files, [`docs/${sign}`]: 'x' })).toEqual(['Tides'])
    expect(await titlesOf(files)).toHaveLength(2)
  },
)

test('a page on an event above the folder with its talks is none of them, and names no other year', async () => {
  const root = writeFolder({
    'notes/2018/harbour-days/README.md': `# Harbour days 2017\n\n${words}\n`,
    'notes/2018/harbour-days/talks/tides.md': `# Tides\n\n${words}\n`,
    'notes/2018/harbour-days/talks/knots.md': `# Knots\n\n${words}\n`,
  })
  const { talks } = await readCorpus(join(root, 'notes'))
  expect(talks.map(({ title, event }) => [title, event.year])).toEqual([
    ['Knots', 2018],
    ['Tides', 2018],
  ])
})

const long = 'Most crews watch the moon and forget the wind, which moves the water as much. '.repeat(2)

test.each<[what: string, text: string, titles: readonly string[]]>([
  [
    'tells of at some length',
    `# OarConf 2024\n\nMy notes.\n\n## Keynote: Where tides come from\n\n${long}\n\n## How caches lie\n\n${long}\n`,
    ['How caches lie', 'Keynote: Where tides come from'],
  ],
  [
    'names in a few words',
    '# OarConf 2024\n\n## Where tides come from\n\nBeds.\n\n## How caches lie\n\nCold.\n',
    [],
  ],
  ['does not tell of', `# OarConf 2024\n\n## Venue\n\n${long}\n\n## About the event\n\n${long}\n`, []],
])('a page above the folder with the talks of its event holds those that it %s', async (_, text, titles) => {
  const { talks } = await readCorpus(
    writeFolder({ 'oarconf-2024/README.md': text, 'oarconf-2024/talks/knots.md': `# Knots\n\n${words}\n` }),
  )
  expect(talks.map(({ title }) => title).sort()).toEqual([...titles, 'Knots'].sort())
})
