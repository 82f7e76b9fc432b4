import type { z } from 'zod'
import { isRecord } from './is-record.ts'

/** A zod issue in Slack's words. */
export function describeIssue(issue: z.core.$ZodIssue, input: unknown, root = '/view'): readonly string[] {
  const steps = issue.path.map((key) => String(key).replaceAll('~', '~0').replaceAll('/', '~1'))
  const at = ` [json-pointer:${[root, ...steps].join('/')}]`
  const found = issue.path.reduce<unknown>(
    (value, key) => (isRecord(value) || Array.isArray(value) ? Reflect.get(value, key) : undefined),
    input,
  )
  switch (issue.code) {
    case 'too_big':
      return [
        issue.origin === 'string'
          ? `[ERROR] must be less than ${Number(issue.maximum) + 1} characters${at}`
          : `[ERROR] no more than ${issue.maximum} items allowed${at}`,
      ]
    case 'too_small':
      return [
        issue.origin === 'string'
          ? `[ERROR] must be more than ${Number(issue.minimum) - 1} characters${at}`
          : `[ERROR] at least ${issue.minimum} items required${at}`,
      ]
    case 'unrecognized_keys':
      return issue.keys.map((key) => `[ERROR] invalid additional property: ${key}${at}`)
    case 'invalid_union':
      return [
        isRecord(found) || found !== undefined
          ? `[ERROR] unsupported type: ${JSON.stringify(found)}${at}`
          : `[ERROR] missing required field: type${at}`,
      ]
    case 'invalid_type':
      return [
        found === undefined
          ? `[ERROR] missing required field: ${String(issue.path.at(-1))}${at}`
          : `[ERROR] must be a ${issue.expected}${at}`,
      ]
    default:
      return [`[ERROR] ${issue.message}${at}`]
  }
}
