import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type JudgedQuestion, parseJudgedQuestions } from '../../../src/cli/eval.ts'

/** One file of judged questions on the notes. */
export interface QuestionFile {
  /** The file's name, without its ending. */
  readonly name: string
  readonly questions: readonly NoteQuestion[]
}

interface NoteQuestion extends JudgedQuestion {
  /** What the first talk's quotation must say, if that was judged too. */
  readonly quoted?: RegExp
}

/**
 * Reads files of judged questions, or all `.tsv` of folders, in order of name: as `hallway eval` takes them, with a fourth
 * column or not: a pattern that the quotation must match.
 * @throws Error naming file and line if one cannot be read.
 */
export function readQuestionFiles(paths: readonly string[]): QuestionFile[] {
  return paths
    .flatMap((path) =>
      statSync(path).isDirectory()
        ? readdirSync(path)
            .filter((name) => name.endsWith('.tsv'))
            .sort()
            .map((name) => join(path, name))
        : path,
    )
    .map((file) => ({
      name: basename(file).replace(/\.\w+$/, ''),
      questions: parseNoteQuestions(readFileSync(file, 'utf8'), file),
    }))
}

/** @param file for messages */
function parseNoteQuestions(text: string, file: string): NoteQuestion[] {
  return text.split(/\r?\n/).flatMap((line, index) => {
    const [style, question, ids, pattern, ...rest] = line.split('\t')
    const { questions, problems } = parseJudgedQuestions([style, question, ids, ...rest].join('\t'))
    if (problems.length > 0)
      throw new Error(`${file}:${index + 1}: expected style, question, ids and perhaps a pattern, by tabs.`)
    return questions.map((judged) => ({ ...judged, ...(pattern && { quoted: new RegExp(pattern, 'i') }) }))
  })
}
