import { NativeSelect } from "./native-select.tsx";

type ChoiceSelectProps = {
  label: string;
  all?: string;
  value: string | undefined;
  choices: [value: string, label: string][];
  onChoose: (value: string) => void;
  /** The choices tell who she is, so private mode hides what is chosen. */
  isSensitive?: boolean;
};

/** One of a few; the empty choice is all of them. */
export function ChoiceSelect(props: ChoiceSelectProps) {
  const { label, all, value, choices, onChoose, isSensitive = false } = props;
  return (
    <NativeSelect
      {...(isSensitive && { "data-sensitive": "" })}
      aria-label={label}
      value={value ?? ""}
      onChange={({ target }) => onChoose(target.value)}
    >
      {all !== undefined && <option value="">{all}</option>}
      {choices.map(([choice, text]) => (
        <option key={choice} value={choice}>
          {text}
        </option>
      ))}
    </NativeSelect>
  );
}
