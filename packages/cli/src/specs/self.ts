import type { CommandSpec } from '../command.ts'

/** What the command line says about itself. */
export const selfSpecs: readonly CommandSpec[] = [
  {
    name: 'doctor',
    about: 'Look at everything a command needs: settings, key, way to the server, journal; changes nothing.',
    options: [],
    exitCodes: [0, 1, 2, 4, 7, 10, 70, 130],
    examples: ['entrygo doctor', 'entrygo doctor --json > doctor.json'],
    output: 'Diagnosis',
    load: () => import('../commands/doctor.ts'),
  },
  {
    name: 'schema',
    about: 'Describe commands, flags, exit codes and the JSON Schema of every answer.',
    arguments: [
      { name: '[command]', about: 'only this one, or this group' },
      { name: '[subcommand]', about: 'as in plan diff' },
    ],
    options: [{ flag: '--man', about: 'the manual page instead, in roff' }],
    exitCodes: [0, 1, 2, 130],
    examples: ['entrygo schema --json', 'entrygo schema plan diff --json', 'entrygo schema --man > entrygo.1'],
    output: ['CliSchema', 'Help'],
    load: () => import('../commands/schema.ts'),
  },
  {
    name: 'completion',
    about: 'Print the completion script of a shell.',
    arguments: [{ name: '<shell>', about: 'whose script', choices: ['bash', 'zsh', 'fish', 'pwsh'] }],
    options: [],
    exitCodes: [0, 1, 2, 130],
    examples: [
      'entrygo completion bash > ~/.local/share/bash-completion/completions/entrygo',
      'entrygo completion zsh > ~/.zfunc/_entrygo',
      'entrygo completion fish > ~/.config/fish/completions/entrygo.fish',
    ],
    output: 'CompletionScript',
    load: () => import('../commands/completion.ts'),
  },
]
