import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { cpus, loadavg, release, totalmem } from 'node:os'

/** One line of the report: what is measured against what, over the same rounds of one run. */
export interface Line {
  /** Of docs/bench.md: P1 to P14, G4 and G5; or what kind of thing it is. */
  goal: string
  what: string
  ours: number[]
  /** What ours is divided by; left out where the figure itself has the limit. */
  theirs?: number[]
  /** The goal is met up to here. */
  limit: number
  unit: string
}

export const median = (values: number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

/** The spread around the median, so that a ratio can be read for what it is worth. */
const deviation = (values: number[]) => {
  const middle = median(values)
  return median(values.map((value) => Math.abs(value - middle)))
}

/** Two builds of the same differ by so much at most, or the run says nothing. */
const LARGEST_NOISE = 1.15

const figure = (values: number[], unit: string) => {
  const digits = median(values) < 10 ? 2 : 0
  const spread = values.length > 1 ? ` ± ${deviation(values).toFixed(digits)}` : ''
  return `${median(values).toFixed(digits)}${spread} ${unit}`.trim()
}

function rowOf({ goal, what, ours, theirs, limit, unit }: Line): string[] {
  const value = theirs ? median(ours) / Math.max(median(theirs), 0.001) : median(ours)
  return [
    goal,
    what,
    figure(ours, unit),
    theirs ? figure(theirs, unit) : '',
    value.toFixed(2),
    `≤ ${limit}`,
    value <= limit ? 'met' : 'missed',
  ]
}

/** Prints each line as it comes, and keeps all of them for docs/bench.md. */
export class Report {
  readonly #rows: string[][] = []
  /** The largest ratio of two measurements of the same thing. */
  #noise = 1

  add(...lines: Line[]): void {
    for (const line of lines) {
      const row = rowOf(line)
      this.#rows.push(row)
      const [goal, what, ours, theirs, ratio, limit, verdict] = row
      const figures = theirs ? `${ours} / ${theirs} = ${ratio}` : ours
      console.log(`${goal}  ${what}: ${figures} (${limit}, ${verdict})`)
    }
  }

  /** The same thing measured twice in one run: what they differ by is noise. */
  same(what: string, first: number[], second: number[]): void {
    const [low = 0, high = 0] = [median(first), median(second)].toSorted((a, b) => a - b)
    const ratio = high / Math.max(low, 0.001)
    this.#noise = Math.max(this.#noise, ratio)
    console.log(`    noise of ${what}: ${ratio.toFixed(2)}`)
  }

  /** Writes the table to `path`, with the machine it was made on and the day. */
  write(path: string): void {
    const cells = (row: string[]) => `| ${row.join(' | ')} |`
    const valid =
      this.#noise <= LARGEST_NOISE
        ? ''
        : ` **Not valid: two measurements of the same thing differ by ${this.#noise.toFixed(2)}.**`
    const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], {
      encoding: 'utf8',
    }).trim()
    writeFileSync(
      path,
      [
        '# Bench',
        '',
        `Written by \`npm run bench\` on ${new Date().toISOString().slice(0, 10)}, after commit ${commit}: ${cpus().length} × ${cpus()[0]?.model ?? '?'}, ` +
          `${Math.round(totalmem() / 2 ** 30)} GB, Linux ${release()}, Node.js ${process.version}, load average ${loadavg()[0]?.toFixed(1)} at the end.` +
          ` In Chromium the CPU is slowed 4 times. Median ± median deviation of interleaved rounds.${valid}`,
        '',
        cells(['goal', 'what', 'ours', 'against', 'ratio', 'limit', 'verdict']),
        cells(Array.from({ length: 7 }, () => '---')),
        ...this.#rows.map(cells),
        '',
      ].join('\n'),
    )
  }
}
