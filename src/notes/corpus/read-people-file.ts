import { basename, dirname } from 'node:path'
import { YAMLParseError } from 'yaml'
import { messageOf } from '../../files/message-of.ts'
import { pathForPeople } from '../../files/path-for-people.ts'
import { dataEnding } from '../folders/people-files.ts'
import { describeYamlFault } from '../foreign/fields/describe-yaml-fault.ts'
import { isPeopleName } from '../foreign/words/folder-names.ts'
import type { Problem } from '../problem.ts'
import { readTextFile } from '../read-text-file.ts'
import type { FileContent } from './file-reading.ts'

/** Whom a file of people names, and by what they are called; one that cannot be read names nobody, and says why. */
export async function readPeopleFile(path: string): Promise<FileContent> {
  const tooLong = 'leave in it what talks call people and their names'
  const read = await readTextFile(path, { anyEncoding: true, tooLong })
  if ('problem' in read) return namingNobody(read.problem)
  const { personsInData } = await import('../foreign/sites/people-by-id.ts')
  try {
    const called = isPeopleName(basename(dirname(path))) ? basename(path).replace(dataEnding, '') : undefined
    const people = personsInData(read.text, called)
    return { talks: [], problems: [], ...(people.length > 0 && { people }) }
  } catch (error) {
    const message = messageOf(error)
    return namingNobody({
      severity: 'error',
      file: pathForPeople(path),
      ...(error instanceof YAMLParseError && { line: read.text.slice(0, error.pos[0]).split('\n').length }),
      message: `is bad ${/\.json$/i.test(path) ? 'JSON' : 'YAML'}: ${describeYamlFault(message)}`,
      advice:
        'close every quote and bracket here and above, and put values with special characters in quotes',
    })
  }
}

const namingNobody = (problem: Problem): FileContent => ({
  talks: [],
  problems: [{ ...problem, message: `gives no names of speakers, since it ${problem.message}` }],
})
