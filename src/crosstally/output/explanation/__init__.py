"""Why a finding is there, why figures are one quantity, and why others are not: in lines for people."""
