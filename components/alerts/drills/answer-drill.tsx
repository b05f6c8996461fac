import { Button } from "#components/ui/button";
import { Form } from "#components/ui/form";
import { answerDrillAction } from "#lib/alerts/drills/actions";
import type { DrillPerson } from "#lib/alerts/drills/views";

type AnswerDrillProps = { drill: string; answer: DrillPerson["answer"]; name: string };

/** One tap says whether the reader takes part; until it is raised, another tap changes that. */
export function AnswerDrill({ drill, answer, name }: AnswerDrillProps) {
  return (
    <Form action={answerDrillAction} className="gap-2!">
      <input type="hidden" name="drill" value={drill} />
      <div className="flex flex-wrap gap-2">
        {answer !== "agreed" && (
          <Button type="submit" variant="primary" name="answer" value="agree">
            <span>
              I take part<span className="sr-only"> in the drill of {name}</span>
            </span>
          </Button>
        )}
        {answer !== "declined" && (
          <Button type="submit" name="answer" value="decline">
            <span>
              {answer === "agreed" ? "I cannot after all" : "Not this time"}
              <span className="sr-only"> in the drill of {name}</span>
            </span>
          </Button>
        )}
      </div>
    </Form>
  );
}
