import {
  type CompletedFlag,
  type CompletedPath,
  type CompletionWords,
  singleQuoted,
  type ValueKind,
} from './completion-words.ts'

/** The script for fish 3 and newer. */
export function fishScript({ paths, shared }: CompletionWords): string {
  const valued = [...paths, { path: '*', flags: shared }].flatMap(({ path, flags }) =>
    flags.filter(({ value }) => value !== null).map(({ flag }) => `${path}:${flag}`),
  )
  return [
    '# entrygo completion for fish; made by `entrygo completion fish`.',
    `set -g __entrygo_paths ${paths.map(({ path }) => singleQuoted(path)).join(' ')}`,
    `set -g __entrygo_valued ${valued.map(singleQuoted).join(' ')}`,
    ...fixed.trim().split('\n'),
    'complete -c entrygo -f',
    ...shared.map((flag) => flagLine('complete -c entrygo', flag)),
    ...paths.flatMap(linesOf),
    '',
  ].join('\n')
}

function linesOf({ path, words, flags, argument }: CompletedPath): string[] {
  const begin = `complete -c entrygo -n ${singleQuoted(`__entrygo_at ${singleQuoted(path)}`)}`
  return [
    ...words.map(({ word, about }) => `${begin} -a ${word} -d ${singleQuoted(about)}`),
    ...flags.map((flag) => flagLine(begin, flag)),
    ...(argument === null || argument === 'any' ? [] : [`${begin} ${argumentOf(argument)}`]),
  ]
}

function flagLine(begin: string, { flag, about, value }: CompletedFlag): string {
  const takes = value === null ? '' : ` ${valueFlags(value)}`
  return `${begin} -l ${flag.replace(/^--/, '')}${takes} -d ${singleQuoted(about)}`
}

function valueFlags(kind: ValueKind): string {
  return kind === 'path' ? '-r -F' : kind === 'any' ? '-x' : `-x -a ${singleQuoted(kind.join(' '))}`
}

function argumentOf(kind: ValueKind): string {
  return kind === 'path' ? '-F' : `-a ${singleQuoted(kind === 'any' ? '' : kind.join(' '))}`
}

const fixed = `
function __entrygo_at
    set -l at ''
    set -l skip 0
    for word in (commandline -opc)[2..-1]
        if test $skip = 1
            set skip 0
            continue
        end
        switch $word
            case '-*'
                if contains -- "$at:$word" $__entrygo_valued; or contains -- "*:$word" $__entrygo_valued
                    set skip 1
                end
            case '*'
                set -l below (string trim -- "$at $word")
                contains -- $below $__entrygo_paths; and set at $below
        end
    end
    test "$at" = "$argv[1]"
end
`
