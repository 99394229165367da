"""Runs inside stock Rasa's environment: parse texts with a trained model, print JSON lines.

`python bench/stock_reading.py MODEL < texts.json > parses.jsonl`; it imports nothing of Pathways.
"""

import asyncio
import json
import sys

from rasa.core.agent import load_agent


async def main(model: str) -> None:
    """Parse every text of the list on standard input."""
    agent = await load_agent(model_path=model)
    for text in json.load(sys.stdin):
        parsed = await agent.parse_message(text)
        entities = [
            {key: one[key] for key in ("entity", "value", "start", "end")}
            for one in parsed["entities"]
        ]
        print(json.dumps({"intent": parsed["intent"], "entities": entities}), flush=True)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1]))
