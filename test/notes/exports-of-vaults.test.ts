import { describe, expect, test } from 'vitest'
import { readCorpus } from '../../src/notes/read-corpus.ts'
import { writeFolder } from '../helpers/temporary-folder.ts'

const id = '1a2b3c4d5e6f708192a3b4c5d6e7f809'

describe('an export of Notion', () => {
  const files = {
    [`Oar Days 2024 ${id}/Knots ${id}.md`]: '# Knots that hold\n\nAda Lovelace\n\nThey hold.\n',
    [`Oar Days 2024 ${id}/Sails ${id}.md`]: `# Sails that pull\n\nSpeaker: Grace Hopper (../People%20${id}/Grace%20Hopper%20${id}.md)\n\nThey pull.\n`,
  }

  test('has no ids in what is read', async () => {
    const { talks } = await readCorpus(writeFolder(files))
    expect(talks.map(({ title, event, speakers }) => [title, event.name, speakers[0]?.name])).toEqual([
      ['Knots that hold', 'Oar Days 2024', 'Ada Lovelace'],
      ['Sails that pull', 'Oar Days 2024', 'Grace Hopper'],
    ])
    expect(JSON.stringify(talks.map(({ summary, sections }) => [summary, sections]))).not.toContain(id)
  })
})

describe('a page on somebody in a vault', () => {
  const titlesWith = async (path: string, text: string) => {
    const { talks } = await readCorpus(
      writeFolder({
        [path]: text,
        'Talks/Oar Days 2024/Knots.md': '---\nspeaker: "[[Ada Lovelace]]"\n---\nThey hold.\n',
      }),
    )
    return talks.map(({ title }) => title)
  }

  test.each([['People/Ada Lovelace.md', '# Ada Lovelace\n\nEngineer. Likes engines, and looms.\n']])(
    'is no talk: %s',
    async (path, text) => {
      expect(await titlesWith(path, text)).toEqual(['Knots'])
    },
  )

  test.each([
    ['People/Ada Lovelace.md', '# Ada Lovelace\n\n## Abstract\n\nEngines can weave.\n'],
    ['People/Ada Lovelace.md', '# Ada Lovelace\n\n## Notes\n\nEngines can weave.\n'],
    [
      'People/Ada Lovelace.md',
      'Engines can weave.\n\n## Contact\n\n- by mail\n\n## Related\n\n- [[Knots]]\n',
    ],
    ['speakers/ada-lovelace.md', '# Ada Lovelace\n\n## About\n\nOf engines that weave.\n'],
    ['team/Ada Lovelace.md', '# Ada Lovelace\n\n## Links\n\n- https://oars.example/engines.pdf\n'],
    ['People/Ada Lovelace.md', '# Ada Lovelace\n\n## Engines that weave\n\nThey can.\n'],
    ['Oar Days 2024/Ada Lovelace.md', '# Ada Lovelace\n\nEngines can weave.\n\n## Notes\n\n- They can.\n'],
  ])('is one if it tells of a talk, or lies among talks: %s %s', async (path, text) => {
    expect(await titlesWith(path, text)).toHaveLength(2)
  })
})

describe('a heading below sentences', () => {
  const titleOf = async (file: string, text: string) => {
    const { talks } = await readCorpus(
      writeFolder({
        [`oar-days-2024/${file}.md`]: text,
        'oar-days-2024/other.md': '# Knots that hold\n\nThey hold.\n',
      }),
    )
    return talks.map(({ title }) => title).filter((title) => title !== 'Knots that hold')
  }

  test('begins a section of a note that is called like a talk', async () => {
    expect(await titleOf('Ropes in space', 'A rope dries up there.\n\n## Doses\n\n- ten metres\n')).toEqual([
      'Ropes in space',
    ])
  })

  test.each([
    ['the file says nothing', 'talk3', 'What a talk that was.\n\n## Ropes in space\n\n- They dry.\n'],
    ['it is about the file', 'ropes up there', 'What a talk that was.\n\n## Ropes in space\n\n- They dry.\n'],
    [
      'it is of the first level',
      'Some wet afternoon',
      'What a talk that was.\n\n# Ropes in space\n\n- They dry.\n',
    ],
    [
      'somebody is named in it',
      'Some wet afternoon',
      'What a talk that was.\n\n## Ropes in space by Ada Lovelace\n\nThey dry.\n',
    ],
    [
      'somebody is named below it',
      'Some wet afternoon',
      'What a talk that was.\n\n## Ropes in space\n\nBy Ada Lovelace\n\nThey dry.\n',
    ],
    [
      'slides are named below it',
      'Some wet afternoon',
      'What a talk that was.\n\n## Ropes in space\n\n- Slides: https://ada.example/ropes.pdf\n\nThey dry.\n',
    ],
    ['nothing stands above it', 'Some wet afternoon', '## Ropes in space\n\n- They dry.\n'],
  ])('is the title if %s', async (_, file, text) => {
    expect(await titleOf(file, text)).toEqual(['Ropes in space'])
  })
})
