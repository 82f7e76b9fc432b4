import { readCorpus } from '../../../src/notes/read-corpus.ts'
import { createRandom, shuffle } from '../../random.ts'
import { report } from '../print.ts'
import type { Collection } from './collections.ts'
import { importTalks } from './imported-talks.ts'
import { namesSubject, openNotesSubjects, type Subject, talksSubject } from './subject.ts'

/** What is asked besides judged collections. */
export interface SubjectSources {
  /** Of pyvideo-talks.jsonl, if there is one. */
  readonly lines: readonly string[] | undefined
  /** Collections whose questions are of other sciences. */
  readonly sciences: readonly Collection[]
  /** Files of judged questions on the notes, or folders of them. */
  readonly questions: readonly string[]
}

/** Titles, names and other subjects among all talks, and questions about the notes; the first are those of `--only abstaining`. */
export async function openSubjects({ lines, sciences, questions }: SubjectSources): Promise<Subject[]> {
  // First, so that a file that cannot be read is told at once.
  const notes = await openNotesSubjects(questions)
  return [...(lines ? await openTalksSubjects(lines, sciences) : []), ...notes]
}

async function openTalksSubjects(
  lines: readonly string[],
  sciences: readonly Collection[],
): Promise<Subject[]> {
  report(`importing ${lines.length} talks`)
  await using imported = await importTalks(shuffle(lines, createRandom(6)))
  const corpus = await readCorpus(imported.folder)
  return [talksSubject(corpus, sciences), namesSubject(corpus, 'talks')]
}
