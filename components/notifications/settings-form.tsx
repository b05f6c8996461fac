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

type SettingsFormProps = { settings: NotificationSettings; isManager: boolean };

/** What somebody wants to be told besides pages. Only whoever manages a team is asked about its coverage. */
export function SettingsForm({ settings, isManager }: SettingsFormProps) {
  const { reminderMinutes, sendsDigest, sendsCoverage } = settings;
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
      {isManager ? (
        <Checkbox
          name="sendsCoverage"
          label="Send me a monthly digest of coverage"
          hint="On the first working day of a month: how the services of the teams you manage are covered, and what rose or fell. Nothing to say, nothing is sent."
          defaultChecked={sendsCoverage}
        />
      ) : (
        sendsCoverage && <input type="hidden" name="sendsCoverage" value="on" />
      )}
      <FormActions>
        <Button type="submit" variant="primary">
          Save
        </Button>
      </FormActions>
    </Form>
  );
}
