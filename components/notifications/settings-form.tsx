import { Button } from "#components/ui/button";
import { Checkbox } from "#components/ui/checkbox";
import { Field } from "#components/ui/field";
import { Form } from "#components/ui/form";
import { FormActions } from "#components/ui/form-actions";
import { Select } from "#components/ui/select";
import { setNotificationSettingsAction } from "#lib/notifications/settings/actions";
import type { NotificationSettings } from "#lib/notifications/settings/queries";

const choices = [
  [15, "15 minutes before"],
  [30, "half an hour before"],
  [60, "an hour before"],
  [120, "2 hours before"],
  [720, "12 hours before"],
  [1440, "a day before"],
] as const;

/** What somebody wants to be told besides pages. */
export function SettingsForm({ settings: { reminderMinutes, sendsDigest } }: { settings: NotificationSettings }) {
  const isUsual = reminderMinutes === null || choices.some(([minutes]) => minutes === reminderMinutes);
  return (
    <Form action={setNotificationSettingsAction}>
      <Field label="Remind me of my watch" name="reminderMinutes" hint="One message before you take a watch over.">
        <Select defaultValue={String(reminderMinutes ?? "")}>
          {!isUsual && <option value={String(reminderMinutes)}>{`${reminderMinutes} minutes before`}</option>}
          {choices.map(([minutes, words]) => (
            <option key={minutes} value={minutes}>
              {words}
            </option>
          ))}
          <option value="">not at all</option>
        </Select>
      </Field>
      <Checkbox
        name="sendsDigest"
        label="Send me a weekly digest"
        hint="On Monday mornings: the documents that wait for your review. Nothing waits, nothing is sent."
        defaultChecked={sendsDigest}
      />
      <FormActions>
        <Button type="submit" variant="primary">
          Save
        </Button>
      </FormActions>
    </Form>
  );
}
