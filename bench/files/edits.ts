import { readdir, readFile, rename, unlink, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Answers } from '../../src/answers/answers.ts'

/** One way in which notes change while they are served. */
export interface Edit {
  readonly name: string
  /** Resolves once the files are as they shall be. */
  perform(): Promise<void>
  /** Whether people are answered from them as they are now. */
  isAnswered(answers: Answers): Promise<boolean>
}

/**
 * What editors, people and git do to a folder of single files: each edit leaves it as the next one needs it, and all together
 * but for one text as it was.
 */
export async function editsOf(folder: string): Promise<readonly Edit[]> {
  const events = (await readdir(folder)).toSorted()
  const [first, second, third, fourth] = events.slice(10).map((event) => join(folder, event))
  const [name] = await readdir(first!)
  const note = join(first!, name!)
  const added = join(second!, 'a-note-that-was-added.md')
  const eventFile = join(fourth!, 'event.yml')
  const [ofThird, ofFourth] = await Promise.all([third!, fourth!].map(firstTalkOf))
  const renamed = `${third}-renamed`
  const many = await firstNotes(
    events.slice(20).map((event) => join(folder, event)),
    500,
  )
  const lastOfMany = talkIn([...many.keys()].at(-1)!)
  const writeAll = async (end: string) => {
    for (const [path, text] of many) await writeFile(path, text + end)
  }
  const says = async (answers: Answers, id: string, words: string) =>
    JSON.stringify(answers.findTalk(id)?.sections ?? []).includes(words)
  const finds = async (answers: Answers, title: string) =>
    (await answers.answerQuestion(title)).results[0]?.talk.title === title
  return [
    {
      name: 'one file',
      perform: () => writeFile(note, `# ${titles.edited}\n\nIt was edited.\n`),
      isAnswered: (answers) => finds(answers, titles.edited),
    },
    {
      name: 'one file, written beside it and renamed',
      async perform() {
        await writeFile(`${note}~`, `# ${titles.again}\n\nIt was edited.\n`)
        await rename(`${note}~`, note)
      },
      isAnswered: (answers) => finds(answers, titles.again),
    },
    {
      name: 'a new file',
      perform: () => writeFile(added, `# ${titles.added}\n\nIt is new.\n`),
      isAnswered: (answers) => finds(answers, titles.added),
    },
    {
      name: 'a deleted file',
      perform: () => unlink(added),
      isAnswered: async (answers) => !(await finds(answers, titles.added)),
    },
    {
      name: 'a renamed folder',
      perform: () => rename(third!, renamed),
      isAnswered: async (answers) => answers.findTalk(`${basename(renamed)}/${ofThird}`) !== undefined,
    },
    {
      name: 'a folder named as before',
      perform: () => rename(renamed, third!),
      isAnswered: async (answers) => answers.findTalk(`${basename(third!)}/${ofThird}`) !== undefined,
    },
    {
      name: 'an event.yml',
      perform: () => writeFile(eventFile, 'name: An event\nstarts: 2019-04-01\n'),
      isAnswered: async (answers) =>
        answers.findTalk(`${basename(fourth!)}/${ofFourth}`)?.event.name === 'An event',
    },
    {
      name: 'a deleted event.yml',
      perform: () => unlink(eventFile),
      isAnswered: async (answers) =>
        answers.findTalk(`${basename(fourth!)}/${ofFourth}`)?.event.name !== 'An event',
    },
    {
      name: `${many.size} files at once`,
      perform: () => writeAll(`\n## More\n\n${lineMore}\n`),
      isAnswered: (answers) => says(answers, lastOfMany, lineMore),
    },
    {
      name: 'the same as before',
      perform: () => writeAll(''),
      isAnswered: async (answers) => !(await says(answers, lastOfMany, lineMore)),
    },
  ]
}

const titles = {
  edited: 'A quagga title that nothing else has',
  again: 'A quagga title that was edited again',
  added: 'A quagga note that was added',
}
const lineMore = 'One line more than there was.'

/** The id of the talk of a note, `<folder>/<file>`. */
const talkIn = (path: string): string => path.split('/').slice(-2).join('/').replace(/\.md$/, '')

const firstTalkOf = async (folder: string): Promise<string> =>
  (await readdir(folder)).toSorted()[0]!.replace(/\.md$/, '')

async function firstNotes(folders: readonly string[], count: number): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>()
  for (const folder of folders)
    for (const name of await readdir(folder)) {
      if (texts.size === count) return texts
      const path = join(folder, name)
      texts.set(path, await readFile(path, 'utf8'))
    }
  return texts
}
