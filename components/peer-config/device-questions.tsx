'use client'
import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'

import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { type Answers, isAnswer, type Question } from '@/lib/peer-config/device'

interface DeviceQuestionsProps {
  questions: readonly Question[]
  answers: Answers
  onAnswer: (id: Question['id'], text: string) => void
}

/** What the connection cannot know, asked beside the result. */
export function DeviceQuestions({ questions, answers, onAnswer }: DeviceQuestionsProps) {
  return (
    <div className="grid gap-x-4 gap-y-2.5 @md:grid-cols-2 @2xl:grid-cols-3">
      {questions.map((question) => (
        <Row
          key={question.id}
          question={question}
          answer={answers[question.id]}
          onAnswer={(text) => onAnswer(question.id, text)}
        />
      ))}
    </div>
  )
}

interface RowProps {
  question: Question
  answer: string
  onAnswer: (text: string) => void
}

function Row({ question, answer, onAnswer }: RowProps) {
  const t = useTranslations('peerConfig')
  const id = useId()
  // What is typed and cannot stand in the text stays here, to be mended.
  const [typed, setTyped] = useState<string | undefined>()
  const { choices } = question
  const isWrong = typed !== undefined && !isAnswer(question, typed)
  const releases = (choice: string) => {
    const [, version, side] = /^(\S+) or (later|earlier)$/.exec(choice) ?? []
    return version === undefined
      ? choice
      : t(side === 'later' ? 'version.later' : 'version.earlier', { version })
  }
  const labelOf = (choice: string) =>
    question.id === 'balance'
      ? t(choice === 'ecmp' ? 'balance.ecmp' : 'balance.backup')
      : releases(choice)
  return (
    <div className="min-w-0">
      <label id={`${id}-label`} htmlFor={id} className="mb-0.5 block text-hint text-muted">
        {t(`questions.${question.id}`)}
      </label>
      {choices ? (
        <Select
          id={id}
          labelledBy={`${id}-label`}
          value={answer}
          options={choices.map((choice) => ({ value: choice, label: labelOf(choice) }))}
          onChange={onAnswer}
        />
      ) : (
        <Input
          id={id}
          mono
          value={typed ?? answer}
          invalid={isWrong}
          aria-describedby={isWrong ? `${id}-text` : undefined}
          onChange={({ target: { value } }) => {
            setTyped(value)
            if (isAnswer(question, value)) onAnswer(value)
          }}
        />
      )}
      {isWrong && (
        <p id={`${id}-text`} className="mt-0.5 text-hint text-error">
          {t('questions.wrong')}
        </p>
      )}
    </div>
  )
}
