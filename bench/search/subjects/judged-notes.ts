import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type JudgedQuestion, parseJudgedQuestions } from '../../../src/cli/eval/judged-questions.ts'

/** One file of judged questions on the notes. */
export interface QuestionFile {
  /** The file's name, without its ending. */
  readonly name: string
  readonly questions: readonly JudgedQuestion[]
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
      questions: parseFile(readFileSync(file, 'utf8'), file),
    }))
}

/** @param file for messages */
function parseFile(text: string, file: string): JudgedQuestion[] {
  const { questions, problems } = parseJudgedQuestions(text)
  if (problems.length > 0) throw new Error(`${file}:${problems[0]}`)
  return questions
}
